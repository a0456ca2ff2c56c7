import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { CorrectInitiativeRegistrationDto, RegisterInitiativeDto, ReviseInitiativeDto } from './initiative.dto.js';

async function wrongFields(dto: new () => object, body: object): Promise<string[]> {
  const errors = await validate(plainToInstance(dto, body), { whitelist: true, forbidNonWhitelisted: true });
  return errors.map(({ property }) => property).toSorted();
}

describe('the shape of what is sent about an initiative', () => {
  const registration = {
    title: 'Trygga stråk',
    kinds: [],
    level: 'universal',
    areas: ['Vårby'],
    confidence: 'certain',
  };

  it('knows a registration, and what is missing or no such value', async () => {
    expect(await wrongFields(RegisterInitiativeDto, registration)).toEqual([]);
    const { title: _, ...untitled } = registration;
    const wrong = { ...untitled, kinds: ['other'], level: null, registeredFor: '2023-13' };
    expect(await wrongFields(RegisterInitiativeDto, wrong)).toEqual(['kinds', 'level', 'registeredFor', 'title']);
  });

  it('lets a revision or correction leave fields out, but not make them null', async () => {
    expect(await wrongFields(ReviseInitiativeDto, { from: '2024-07-01', title: 'Stråk' })).toEqual([]);
    expect(await wrongFields(ReviseInitiativeDto, { from: '2024-07-01', kinds: null })).toEqual(['kinds']);
    const corrects = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';
    expect(await wrongFields(CorrectInitiativeRegistrationDto, { corrects, withdrawn: true })).toEqual([]);
    expect(await wrongFields(CorrectInitiativeRegistrationDto, { corrects, areas: null, withdrawn: false })).toEqual([
      'areas',
      'withdrawn',
    ]);
  });
});
